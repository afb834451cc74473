'use strict';
const path = require('node:path');

const PROJECT_FOLDER = path.join(__dirname, '..', '..');

module.exports = { PROJECT_FOLDER };
