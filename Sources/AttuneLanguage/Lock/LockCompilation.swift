public import AttuneDiagnostics

/// What became of a lock's text: findings, and the lock where nothing must be fixed.
public struct LockCompilation: Sendable {
  /// In the order of the text.
  public let findings: [Finding]
  /// `nil` while any finding must be fixed.
  public let lock: InstrumentLock?

  public init(of source: SourceText) {
    var parser = Parser(source.content, kinds: BlockKind.ofLocks)
    let blocks = parser.parseLocks()
    // What a line that cannot be read should have said is no news besides.
    guard parser.findings.isEmpty, let first = blocks.first else {
      findings = parser.findings
      lock = nil
      return
    }
    let checked = first.checked
    findings = (checked.findings + blocks.dropFirst().map { .secondLock($0.heading) })
      .sorted { $0.range < $1.range }
    lock = findings.isEmpty ? checked.lock : nil
  }
}

extension Parser {
  /// The file of a lock.
  mutating func parseLocks() -> [LockBlock] {
    var blocks: [LockBlock] = []
    expectFileHeading(.lock)
    while let heading = parseNextHeading() { blocks.append(parseBlock(LockBlock.self, heading)) }
    return blocks
  }
}

extension LockBlock {
  /// The lock that the block means, and why it means none.
  fileprivate var checked: (lock: InstrumentLock?, findings: [Finding]) {
    let missing = [
      ("version", version), ("frozen on", frozenOn), ("meaning", meaning),
      ("questions", questions), ("analysis", analysis), ("plans", plansTogether),
    ].filter { $0.1 == nil }.map { Finding.lineIsMissing($0.0, heading) }
    var findings = missing + plansTwice
    guard let name = heading.name?.value, let version = version?.value,
      let frozenOn = frozenOn?.value, let meaning = meaning?.value,
      let questions = questions?.value, let analysis = analysis?.value, let plansTogether
    else { return (nil, findings) }
    let lock = InstrumentLock(
      name: name, version: version, frozenOn: frozenOn, meaning: meaning, questions: questions,
      analysis: analysis,
      plans: plans.map { .init(name: $0.name.value, fingerprint: $0.fingerprint.value) })
    if findings.isEmpty, lock.plansFingerprint != plansTogether.value {
      findings.append(.plansDoNotFit(plansTogether))
    }
    return (lock, findings)
  }

  private var plansTwice: [Finding] {
    var first: [String: Name] = [:]
    return plans.map(\.name).compactMap { name in
      defer { first[name.value] = first[name.value] ?? name }
      return first[name.value].map { .planTwice(name, first: $0) }
    }
  }
}

extension Finding {
  /// A lock says what was frozen, when, and with which fingerprints.
  ///
  ///     lock of keep
  ///       version: 0.1.0
  ///       frozen on: 2026-11-24
  ///       meaning: ...
  ///
  /// attune freeze writes every line of it. A line that is not there may have been lost.
  fileprivate static func lineIsMissing(_ detail: String, _ heading: Heading) -> Finding {
    Finding(
      "A363", .mustFix, "The lock has no line \"\(detail)\" that I can read", at: heading.place,
      fixes: [.freezeAgain])
  }

  /// The lines of the plans belong together.
  ///
  /// The line "plans" is a fingerprint over the lines of the analysis and of every plan. Where it
  /// does not fit, one of them was lost, added or changed after attune freeze wrote the lock, and
  /// the lock can no longer say what was agreed.
  fileprivate static func plansDoNotFit(_ together: Words) -> Finding {
    Finding(
      "A365", .mustFix, "The lines of this lock do not belong together", at: together.range,
      explanation: "A line of the analysis or of a plan was lost, added or changed.",
      fixes: [.freezeAgain])
  }

  /// A lock freezes one instrument, and each of its plans once.
  fileprivate static func secondLock(_ heading: Heading) -> Finding {
    Finding(
      "A366", .mustFix, "There is already a lock in this file", at: heading.place,
      fixes: [Fix(.possible, "keep the one of the instrument beside it")])
  }

  fileprivate static func planTwice(_ name: Name, first: Name) -> Finding {
    Finding(
      "A366", .mustFix, "The plan \"\(name.value)\" stands here twice", at: name.range,
      notes: [.init("the first one is here", at: first.range)], fixes: [.freezeAgain])
  }
}
