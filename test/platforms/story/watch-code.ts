/** Notes what makes code out of strings, or tries to, from here on: to be imported ahead of everything else. */
const codeMade: string[] = [];

const noting = <Maker extends object>(maker: Maker, name: string): Maker =>
  new Proxy(maker, {
    apply(target, self, parameters: unknown[]) {
      codeMade.push(name);
      return Reflect.apply(target as () => unknown, self, parameters);
    },
    construct(target, parameters: unknown[], made) {
      codeMade.push(name);
      return Reflect.construct(target as new () => object, parameters, made);
    },
  });

Object.assign(globalThis, {
  codeMade,
  Function: noting(Function, "Function"),
  eval: noting(Reflect.get(globalThis, "eval") as object, "eval"),
});

export {};
