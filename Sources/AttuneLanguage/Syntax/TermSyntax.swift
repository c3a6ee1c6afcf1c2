/// Words that a study may set in one place: `term cen: complex emotional needs`.
struct TermSyntax: Sendable, Hashable {
  var name: Name
  var words: Words
}
