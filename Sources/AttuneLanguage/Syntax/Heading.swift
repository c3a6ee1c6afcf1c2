import AttuneDiagnostics

/// The line that begins a block: `item heard: My worker listens to me.`.
struct Heading: Sendable, Hashable {
  var kind: BlockKind
  var name: Name?
  var title: Words?
  /// The whole line without the blanks around it.
  var range: SourceRange

  /// Where to point when the block as a whole is meant.
  var place: SourceRange { name?.range ?? range }
}
