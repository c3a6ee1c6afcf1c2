// Filled by the first tests.
