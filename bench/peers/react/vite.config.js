import react from "@vitejs/plugin-react";
import { peer } from "../vite.js";

export default peer("react", react());
