/** Everything that every object, list, text, number, function and error inherits. */
export function prototypeKeys(): readonly (readonly PropertyKey[])[] {
  return [Object, Array, String, Number, Boolean, Function, Error].map((type) =>
    Reflect.ownKeys(type.prototype),
  );
}
