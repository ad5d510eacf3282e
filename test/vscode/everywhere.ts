/** The tests that run in both extension hosts, in their order; to be loaded once mocha's functions are there. */
import "./editor.test";
import "./completion.test";
import "./ownData.test";
import "./views.test";
import "./notebook.test";
import "./quiet.test";
