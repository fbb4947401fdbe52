// Exists so that the headers every test includes are compiled once.
