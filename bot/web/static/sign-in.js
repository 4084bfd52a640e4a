import { menus } from "./common.js";

menus();
document.getElementById("summary")?.focus();
