import AttuneDiagnostics

/// `answers mean1 to mean7: 1 75%, 2 25%`, or `answers bg_contact: no_contact` for everybody.
struct AnswerSharesSyntax: Sendable, Hashable {
  struct Share: Sendable, Hashable {
    var answer: Name
    /// `nil` where the answer stands alone.
    var share: Written<Double>?
  }

  var names: [NameRun]
  var shares: [Share]
  /// Of the shares.
  var range: SourceRange
}

/// `rel -0.9`.
struct NamedNumber: Sendable, Hashable {
  var name: Name
  var value: Written<Double>
}

extension Detail {
  static func answerShares(_ path: Path<[AnswerSharesSyntax]>) -> Detail {
    Detail("answers", argument: .name) { block, line, reader in
      guard let names = reader.argumentNames(line), let shares = reader.expectShares() else {
        return
      }
      block[keyPath: path].append(
        AnswerSharesSyntax(names: names, shares: shares, range: reader.text))
    }
  }

  /// `shift: rel -0.9, prio -0.8`; may stand several times.
  static func namedNumbers(_ spelling: String, _ path: Path<[NamedNumber]>) -> Detail {
    Detail(spelling, content: .names) { block, _, reader in
      repeat {
        guard let name = reader.expectName("a name"), let value = reader.expectNumber() else {
          return
        }
        block[keyPath: path].append(NamedNumber(name: name, value: value))
      } while reader.maybe(",")
      _ = reader.expectEnd()
    }
  }
}

extension Reader {
  /// The names that stand before the colon.
  mutating func argumentNames(_ line: DetailLine) -> [NameRun]? {
    guard let argument = line.argument else {
      report(.expected("a name before the colon", at: line.keyword))
      return nil
    }
    var reader = Reader(source, argument)
    let names = reader.expectNames()
    let isRead = reader.expectEnd()
    reader.findings.forEach { report($0) }
    return isRead && reader.findings.isEmpty ? names : nil
  }

  /// A number and nothing else.
  mutating func expectOnlyNumber() -> Written<Double>? {
    guard let number = expectNumber(), expectEnd() else { return nil }
    return number
  }

  /// `-1.9, -1.1, -0.3, 0.8`.
  mutating func expectNumbers() -> Written<[Double]>? {
    let range = text
    var numbers: [Double] = []
    repeat {
      guard let number = expectNumber() else { return nil }
      numbers.append(number.value)
    } while maybe(",")
    return expectEnd() ? Written(numbers, at: range) : nil
  }

  /// A share of people: `4%` or `0.04`; whether it can be is asked later.
  mutating func expectShare() -> Written<Double>? {
    guard let token = take() else {
      report(.expected("a share, such as 4%", at: place))
      return nil
    }
    var words = token.folded
    var range = token.range
    var isPercent = words.hasSuffix("%")
    if isPercent { words.removeLast() }
    if !isPercent, let sign = next, maybe("%") {
      isPercent = true
      range = SourceRange(range.lower, sign.range.upper)
    }
    guard let number = plainNumber(words) else {
      report(.expected("a share, such as 4%", at: token.range))
      return nil
    }
    return Written(isPercent ? number / 100 : number, at: range)
  }

  mutating func expectOnlyShare() -> Written<Double>? {
    guard let share = expectShare(), expectEnd() else { return nil }
    return share
  }

  fileprivate mutating func expectShares() -> [AnswerSharesSyntax.Share]? {
    var shares: [AnswerSharesSyntax.Share] = []
    repeat {
      guard let answer = expectName("an answer") else { return nil }
      let isAlone = isAtEnd || next?.folded == ","
      guard !isAlone else {
        shares.append(.init(answer: answer))
        continue
      }
      guard let share = expectShare() else { return nil }
      shares.append(.init(answer: answer, share: share))
    } while maybe(",")
    return expectEnd() ? shares : nil
  }
}
