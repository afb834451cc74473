/** The package by its names: loaded with the first question, and as a whole, since a bundle finds no names in what is loaded later. */
export { loadModule } from 'hunspell-asm';
