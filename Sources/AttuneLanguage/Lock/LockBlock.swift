import AttuneDiagnostics

/// What was frozen, and when: `lock of keep`.
struct LockBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var version: Words?
  var frozenOn: Words?
  var meaning: Words?
  var questions: Words?
  var analysis: Words?
  /// Of all plans together.
  var plansTogether: Words?
  var plans: [FrozenPlanSyntax] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .words("version", \.version),
      .once("frozen on", \.frozenOn) { $0.expectDay() },
      .once("meaning", \.meaning) { $0.expectFingerprint() },
      .once("questions", \.questions) { $0.expectFingerprint() },
      .once("analysis", \.analysis) { $0.expectFingerprint() },
      .once("plans", \.plansTogether) { $0.expectFingerprint() },
      Detail("plan", argument: .name) { block, line, reader in
        guard let name = reader.argumentName(line), let fingerprint = reader.expectFingerprint()
        else { return }
        block.plans.append(FrozenPlanSyntax(name: name, fingerprint: fingerprint))
      },
    ])
}

/// `plan by_team: 64 digits`.
struct FrozenPlanSyntax: Sendable {
  var name: Name
  var fingerprint: Words
}

extension Reader {
  /// A SHA-256 as 64 digits and letters from a to f.
  fileprivate mutating func expectFingerprint() -> Words? {
    var said = rest()
    said.value = said.value.lowercased()
    guard said.value.utf8.count == 64, said.value.allSatisfy({ $0.isHexDigit && $0.isASCII }) else {
      report(.notAFingerprint(said))
      return nil
    }
    return said
  }
}

extension Finding {
  /// A fingerprint has 64 digits and letters from a to f.
  ///
  /// It is the name that a text gives itself: one letter more or less in the text, and all of it is
  /// different. It cannot be written by hand; attune freeze writes it.
  fileprivate static func notAFingerprint(_ said: Words) -> Finding {
    Finding(
      "A364", .mustFix, "I could not read this fingerprint", at: said.range,
      explanation: "I expected 64 digits and letters from a to f, and found \(said.value.count).",
      fixes: [.freezeAgain])
  }
}

extension Fix {
  /// What mends a lock that cannot be read.
  static let freezeAgain = Fix(
    .possible, "take the lock from a copy, or write it anew: attune freeze --again ...")
}
