import AttuneInstrument

/// Puts answers into the words that the person read or wrote.
struct AnswerWords {
  private let catalogue: Catalogue

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  func words(_ answer: Answer, to item: Item) -> String {
    switch answer {
    case .value(let value): words(value, to: item)
    case .missing(let reason): catalogue.words(for: reason)
    }
  }

  func words(_ value: AnswerValue, to item: Item) -> String {
    switch value {
    case .choice(let code, let own):
      [label(code, item), own].compactMap { $0 }.joined(separator: ": ")
    case .choices(let codes): codes.map { label($0, item) }.joined(separator: "; ")
    case .number(let number): words(for: number, unit: unit(of: item))
    case .text(let text): text
    case .date(let date): words(forDate: date)
    }
  }

  /// A number without needless decimals.
  func words(for number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  /// `5 March 2026` for `2026-03-05`; what is no such date stays as it is.
  func words(forDate date: String) -> String {
    let parts = date.split(separator: "-").map(String.init)
    guard parts.count > 1, let month = Int(parts[1]), catalogue.months.indices ~= month - 1
    else { return date }
    let day = parts.count > 2 ? Int(parts[2]).map { "\($0)" } : nil
    return [day, catalogue.months[month - 1], parts[0]].compactMap { $0 }.joined(separator: " ")
  }

  private func words(for number: Double, unit: String?) -> String {
    [words(for: number), unit].compactMap { $0 }.joined(separator: " ")
  }

  private func unit(of item: Item) -> String? {
    guard case .number(let format) = item.format else { return nil }
    return format.unit
  }

  private func label(_ code: Int, _ item: Item) -> String {
    item.format.choices.first { $0.code == code }?.label ?? "\(code)"
  }
}
