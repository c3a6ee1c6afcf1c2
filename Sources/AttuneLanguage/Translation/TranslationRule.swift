import AttuneDiagnostics

/// One thing that a translation must or should be.
///
/// A rule is a file in `Translation/Rules`; the folder is the registry, as with `Rule`.
protocol TranslationRule: Sendable {
  /// Of its findings: stable, and never reused.
  static var code: String { get }
  /// Findings after which, in the same file, this rule's would be the same news again.
  static var silencedBy: Set<String> { get }

  init()

  func check(_ scope: TranslationScope, into findings: inout [Finding])
}

extension TranslationRule {
  static var silencedBy: Set<String> { [] }
}
