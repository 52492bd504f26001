import solid from "vite-plugin-solid";
import { peer } from "../vite.js";

export default peer("solid", solid());
