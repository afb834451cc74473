// Zod would compile schemas to code, which the content policy forbids. A script of its own, before all modules: zod reads this when it loads.
globalThis.__zod_globalConfig = { jitless: true };
