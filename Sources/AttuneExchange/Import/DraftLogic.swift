/// Routing that other programs and attune say alike: one item has one answer.
enum DraftLogic {
  /// The item and answer of `${item} = 'answer'` or `[item] = 'answer'`, brackets around it or not.
  static func equality(_ text: String) -> (item: String, answer: String)? {
    var text = text.trimmedSpaces
    while text.hasPrefix("("), text.hasSuffix(")") {
      text = String(text.dropFirst().dropLast()).trimmedSpaces
    }
    let pattern = /(?:\$\{([A-Za-z0-9_.-]+)\}|\[([A-Za-z0-9_]+)\])\s*=\s*['"]?([A-Za-z0-9_-]+)['"]?/
    guard let match = text.wholeMatch(of: pattern), let item = match.output.1 ?? match.output.2
    else { return nil }
    return (String(item), String(match.output.3))
  }

  /// The limits of `. >= 0 and . <= 100`.
  static func range(_ text: String) -> (low: Double, high: Double)? {
    let pattern = /\(?\.\s*>=\s*(-?[0-9.]+)\s*\)?\s*and\s*\(?\.\s*<=\s*(-?[0-9.]+)\s*\)?/
    guard let match = text.trimmedSpaces.wholeMatch(of: pattern),
      let low = Double(match.output.1), let high = Double(match.output.2), low < high
    else { return nil }
    return (low, high)
  }

  /// Keeps only conditions on an answer that an earlier item of `sections` offers; says what of the
  /// rest is left.
  static func settle(_ sections: inout [InstrumentDraft.Section], _ losses: inout Losses) {
    var offered: [String: Set<String>] = [:]
    for (place, section) in sections.enumerated() {
      for (index, item) in section.items.enumerated() {
        if let (other, answer) = item.showWhen, offered[other]?.contains(answer) != true {
          losses.add(
            "'\(item.name)' is shown only if '\(other)' is '\(answer)'; write 'show when' yourself."
          )
          sections[place].items[index].showWhen = nil
        }
        guard case .chooseOne(let choices) = item.answer else { continue }
        // A name that has to change would not be found again.
        var names = DraftNames()
        offered[item.name] = Set(
          choices.map(\.key).filter { Int($0) != nil || names.settle($0) == $0 })
      }
    }
  }
}
