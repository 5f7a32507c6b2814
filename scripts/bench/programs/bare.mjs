// Node alone: what every program costs.
import { reportAtExit } from "./report.mjs";

reportAtExit();
