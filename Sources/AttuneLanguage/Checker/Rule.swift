import AttuneDiagnostics

/// One thing that an instrument must or should be.
///
/// A rule is a file in `Checker/Rules`; the folder is the registry. Its documentation comment is
/// the teaching text, and its words stand at the bottom of the file.
protocol Rule: Sendable {
  /// Of its findings: stable, and never reused.
  static var code: String { get }
  /// Findings after which, in the same block, this rule's would be the same news again.
  static var silencedBy: Set<String> { get }

  init()

  func check(_ scope: Scope, into findings: inout [Finding])
}

extension Rule {
  static var silencedBy: Set<String> { [] }
}

extension Set<String> {
  /// Lines that could not be read: what they said may be what a rule misses.
  static let unreadLines: Self = [
    "A100", "A101", "A105", "A108", "A109", "A110", "A111", "A230", "A265",
  ]
}
