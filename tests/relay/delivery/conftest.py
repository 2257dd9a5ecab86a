"""A lane on a bench for each test."""



