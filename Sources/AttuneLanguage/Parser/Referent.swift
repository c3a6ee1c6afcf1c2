import AttuneDiagnostics

/// What a name may stand for in the place where it is written.
enum Referent: Sendable, Hashable {
  case item, scale, role, group, section
  /// An item or, in a composite, a construct.
  case part
  /// An item, or every item of a section.
  case formPart
  /// A construct or an item.
  case score
  /// What a condition asks about: an item, or a word that every instrument has.
  case subject
  /// One of the answers to what the condition asks about.
  case answer(to: String)
  /// One of the answers or levels that the block itself lists.
  case ownChoice
  /// A level of the group by which the plan compares.
  case level
  /// An answer to an item of the construct.
  case countedAnswer
  /// What stands between braces: an item, a term, or a detail of the study.
  case insert
  /// The code of a finding.
  case code
}

/// A name, and what it may stand for.
struct NameUse: Sendable, Hashable {
  var name: Name
  var referent: Referent
  /// Where the heading of its block begins.
  var block = 0
}

/// What could be written next.
enum Expectation: Sendable, Hashable {
  case heading(BlockKind)
  /// A line of the block, by the word that begins it.
  case detail(String, takesArgument: Bool)
  case words(String)
  case name(Referent)
}
