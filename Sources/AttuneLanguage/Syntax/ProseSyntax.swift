/// A line of text to read, for everybody or for one role: `> …`, `read worker: …`.
struct ProseSyntax: Sendable, Hashable {
  var words: Words
  var role: Name?
}
