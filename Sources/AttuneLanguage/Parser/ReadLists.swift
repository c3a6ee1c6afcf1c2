import AttuneDiagnostics

extension Reader {
  /// `a, b, area1 to area9`.
  mutating func expectNames(_ referent: Referent? = nil) -> [NameRun] {
    var runs: [NameRun] = []
    repeat {
      guard let first = expectName("a name", referent) else { return runs }
      let last = maybe("to") ? expectName("the last name of the run", referent) : nil
      runs.append(NameRun(first: first, last: last))
    } while maybe(",")
    return runs
  }

  /// One name and nothing else.
  mutating func expectOnlyName(_ referent: Referent? = nil) -> Name? {
    guard let name = expectName("a name", referent), expectEnd() else { return nil }
    return name
  }

  /// `A403 because the group kept this wording on purpose`.
  mutating func expectAcceptance() -> Written<Acceptance>? {
    let range = text
    guard let code = expectName("the code of a finding, such as A403", .code) else { return nil }
    guard maybe("because"), !isAtEnd else {
      report(.reasonIsMissing(code, at: place))
      return nil
    }
    return Written(Acceptance(code: code.value.uppercased(), reason: rest().value), at: range)
  }

  /// One or several of the three reasons, or `nothing`.
  mutating func expectOffer() -> Written<[MissingReasonSyntax]>? {
    let range = text
    var reasons: [MissingReasonSyntax] = []
    for part in splitAtCommas() {
      var ahead = Reader(source, part, isWatching: isWatching && part.upper == text.upper)
      ahead.expect(oneOf: MissingReasonSyntax.allCases.map(\.rawValue))
      absorb(ahead)
      let said = source.folded(part)
      guard let reason = MissingReasonSyntax(rawValue: said) else {
        report(.cannotOffer(source[part], at: part))
        return nil
      }
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    guard !reasons.contains(.nothing) || reasons.count == 1 else {
      report(.cannotOffer(source[range], at: range))
      return nil
    }
    return Written(reasons, at: range)
  }

  /// What is left, split at commas, blanks trimmed; the reader is at the end after it.
  mutating func splitAtCommas() -> [SourceRange] {
    let range = rest().range
    var parts: [SourceRange] = []
    var start = range.lower
    while let comma = source.firstIndex(of: UInt8(ascii: ","), in: SourceRange(start, range.upper))
    {
      parts.append(source.trimmed(SourceRange(start, comma)))
      start = comma + 1
    }
    parts.append(source.trimmed(SourceRange(start, range.upper)))
    return parts
  }
}

extension Finding {
  fileprivate static func reasonIsMissing(_ code: Name, at range: SourceRange) -> Finding {
    Finding(
      "A105", .mustFix, "Why is this accepted?", at: range,
      explanation: "The reason is printed in the report, so that readers can agree or disagree.",
      fixes: [Fix(.possible, "add: because ...")])
  }

  /// What can be offered beside the answers is one of three reasons, or nothing.
  ///
  ///     offer: prefer not to say, not sure
  ///
  /// A reason is kept apart from the answers and is never part of a score.
  fileprivate static func cannotOffer(_ said: String, at range: SourceRange) -> Finding {
    let known = MissingReasonSyntax.allCases.map(\.rawValue)
    let nearest = nearestName(to: said, among: known)
    return Finding(
      "A227", .mustFix, "I cannot offer \"\(said)\"", at: range,
      explanation: "What I can offer beside the answers: \(known.joined(separator: ", ")).",
      fixes: nearest.map {
        [Fix(.likely, "did you mean \"\($0)\"?", edits: [.init(range, with: $0)])]
      } ?? [Fix(.possible, "use one of these")])
  }
}
