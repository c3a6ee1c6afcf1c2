import AttuneInstrument

extension Entry {
  /// The end of "You can type …": `1 to 5, n, s or help`.
  var whatCanBeTyped: String {
    var pieces = keys(of: screen.options)
    if let field { pieces.append(field) }
    pieces += screen.offScale.map { $0.keys.first ?? $0.label }
    pieces.append(catalogue[.typeHelp])
    if screen.onEnter != nil, screen.options.isEmpty, screen.field == .none {
      pieces.append(catalogue[.pressEnter])
    }
    let last = pieces.removeLast()
    guard !pieces.isEmpty else { return last }
    return "\(pieces.joined(separator: ", ")) \(catalogue[.or]) \(last)"
  }

  /// The options' keys; three or more numbers in a row as `1 to 5`.
  private func keys(of options: [Screen.Option]) -> [String] {
    let keys = options.compactMap(\.keys.first)
    let numbers = keys.prefix { Int($0) != nil }.compactMap { Int($0) }
    guard let low = numbers.min(), let high = numbers.max(), numbers.count > 2,
      high - low == numbers.count - 1
    else { return keys }
    let run = catalogue[.typeRange, ["low": "\(low)", "high": "\(high)"]]
    return [run] + keys.dropFirst(numbers.count)
  }

  private var field: String? {
    switch screen.field {
    case .none: nil
    case .number: number
    case .several: several
    case .date: date
    case .line, .lines: catalogue[.typeWords]
    case .entry: screen.entries.isEmpty ? nil : catalogue[.typeEntry]
    }
  }

  private var number: String {
    guard case .number(let format) = session.item?.format else { return catalogue[.typeNumber] }
    return RangeWords(
      free: .typeNumber, atLeast: .typeNumberAtLeast, atMost: .typeNumberAtMost,
      between: .typeNumberFrom
    ).words(for: format, in: catalogue)
  }

  private var several: String {
    guard case .chooseAny(_, let most?) = session.item?.format else {
      return catalogue[.typeSeveral]
    }
    return catalogue[.typeUpTo, ["most": "\(most)"]]
  }

  private var date: String? {
    guard case .date(let precision) = session.item?.format else { return nil }
    return switch precision {
    case .day: catalogue[.typeDay]
    case .month: catalogue[.typeMonth]
    case .year: catalogue[.typeYear]
    }
  }
}
