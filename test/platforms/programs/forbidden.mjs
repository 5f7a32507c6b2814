// A page that does what its policy forbids.
import { report } from "./watch-policy.mjs";

const attempt = (make) => {
  try {
    make();
  } catch {
    // It is reported, too.
  }
};
attempt(() => new Function(""));
attempt(() => {
  document.body.innerHTML = "<b>";
});
await report([]);
