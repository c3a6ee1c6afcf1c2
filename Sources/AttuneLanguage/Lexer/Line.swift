import AttuneDiagnostics

/// One line of a text, and which of the few kinds it is.
struct Line: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case blank
    /// `# not for people who answer`
    case comment
    /// `> words to read`
    case prose
    /// `3 = Agree`
    case choice
    /// `item heard: My worker listens to me.`
    case heading
    /// `answer: agreement`
    case detail
    case unreadable
  }

  let kind: Kind
  /// The line without its ending.
  let range: SourceRange
  /// The line without the blanks around it.
  let body: SourceRange
  /// What stands before the colon or the equals sign, or the whole body without one.
  let head: SourceRange
  /// What stands after the mark (`:`, `=`, `>`), without blanks; `nil` where there is no mark.
  let text: SourceRange?
  /// The first character that nobody can see, or that could act on a terminal.
  let hidden: SourceRange?
}
