extension StudyDescription {
  /// Why live collection has to wait, each reason a sentence for the team; empty when it need not.
  ///
  /// People are told who asks, where answers are kept and until when; a blank there is a promise
  /// that nobody made. Helplines change: they are rung before each study and after six months.
  /// `today` is an ISO 8601 day.
  public func reasonsToWait(on today: String) -> [String] {
    let told: [(String, String?)] = [
      ("team", team), ("contact", contact), ("complaints", complaints), ("purpose", purpose),
      ("kept where", keptWhere), ("who sees", whoSees), ("withdraw until", withdrawUntil),
      ("keep until", keepUntil),
    ]
    var reasons = told.filter { $0.1 == nil }.map { "'\($0.0):' is blank; people are told it." }
    if let checked = helplinesCheckedOn {
      if checked > today {
        reasons.append("'helplines checked on: \(checked)' is still to come.")
      } else if Self.sixMonthsAfter(checked) < today {
        reasons.append(
          "the helplines were last checked on \(checked), over six months ago; "
            + "please ring each one and change 'helplines checked on:'.")
      }
    } else {
      reasons.append("'helplines checked on:' is blank; please ring each line first.")
    }
    if let withdrawUntil, withdrawUntil < today {
      reasons.append("'withdraw until: \(withdrawUntil)' has passed.")
    }
    if let keepUntil, keepUntil < today {
      reasons.append("'keep until: \(keepUntil)' has passed.")
    }
    return reasons
  }

  /// The same day six months on, as ISO 8601; good for comparing, even on a 31 September.
  private static func sixMonthsAfter(_ day: String) -> String {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return day }
    let months = parts[1] + 5
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts[0] + months / 12)-\(padded(months % 12 + 1))-\(padded(parts[2]))"
  }
}
