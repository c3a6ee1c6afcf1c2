import AttuneDiagnostics

/// A block as written: a heading and what stands under it, nothing looked up.
protocol BlockSyntax: Sendable {
  static var vocabulary: Vocabulary<Self> { get }
  /// Whether a detail may stand there with nothing after it, to be filled in later.
  static var allowsBlankDetails: Bool { get }

  var heading: Heading { get }
  /// From the heading to the end of the block's last line.
  var range: SourceRange { get set }
  /// `accept: A403 because …`
  var accepted: [Written<Acceptance>] { get set }

  init(heading: Heading)
}

extension BlockSyntax {
  static var allowsBlankDetails: Bool { false }
}

/// A finding that the author has looked at and left as it is.
struct Acceptance: Sendable, Hashable {
  var code: String
  var reason: String
}
