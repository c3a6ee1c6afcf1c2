import AttuneInstrument

extension Entry {
  /// What was typed as a number, a date, several choices or the number of an answer; `nil` when it
  /// is none of these here.
  var fieldReading: Reading? {
    switch screen.field {
    case .none, .line, .lines: nil
    case .number: numberReading
    case .several: severalReading
    case .date: dateReading
    case .entry: entryReading
    }
  }

  private var numberReading: Reading? {
    guard let item = session.item, case .number(let format) = item.format,
      let number = Self.number(folded)
    else { return nil }
    let isTooLow = format.lowest.map { number < $0 } ?? false
    let isTooHigh = format.highest.map { number > $0 } ?? false
    guard !isTooLow, !isTooHigh else { return notUnderstood }
    if isUnusual(number, for: item), !isAskingAgain {
      return .event(.opened(.askAgain(number)))
    }
    return .event(.answered(item: item.name, .value(.number(number))))
  }

  private var isAskingAgain: Bool {
    if case .askAgain = session.interludes.last { true } else { false }
  }

  private func isUnusual(_ number: Double, for item: Item) -> Bool {
    guard let askAgain = item.askAgain else { return false }
    let isAbove = askAgain.above.map { number > $0 } ?? false
    let isBelow = askAgain.below.map { number < $0 } ?? false
    return isAbove || isBelow
  }

  /// A plain decimal number of at most fifteen digits.
  static func number(_ text: String) -> Double? {
    let plain = text.replacing("\u{2212}", with: "-")
    let digits = plain.hasPrefix("-") ? plain.dropFirst() : Substring(plain)
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard digits.count <= 16, 1...2 ~= parts.count, parts.allSatisfy(isDigits) else { return nil }
    return Double(plain)
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private var severalReading: Reading? {
    guard let item = session.item, case .chooseAny(let choices, let most) = item.format else {
      return nil
    }
    let typed = folded.split { $0 == "," || $0 == " " || $0 == ";" }
    let codes = Set(typed.compactMap { Int($0) })
    guard !typed.isEmpty, typed.allSatisfy({ Int($0) != nil }),
      codes.isSubset(of: choices.map(\.code)), codes.count <= most ?? choices.count
    else { return nil }
    return .event(.answered(item: item.name, .value(.choices(codes.sorted()))))
  }

  private var dateReading: Reading? {
    guard let item = session.item, case .date(let precision) = item.format,
      let date = DateEntry(months: catalogue.months).date(folded, to: precision)
    else { return nil }
    return .event(.answered(item: item.name, .value(.date(date))))
  }

  private var entryReading: Reading? {
    guard let number = Int(folded) else { return nil }
    return screen.entries.first { $0.number == number }?.event.map(Reading.event)
  }
}
