/// The codes that stand for a missing value, ready for quick comparison.
///
/// A code that is a number stands for that number however it is written: `-99` also for `-99.0`.
struct MissingCodes {
  private let texts: Set<String>
  private let numbers: Set<Double>
  /// What each whole number from -128 on is held as: itself, or the mark of a missing value where
  /// it is a code for one.
  let bytes: [Int8]

  init(_ format: DelimitedFormat) {
    texts = Set(format.missing.map(\.trimmed))
    let reader = NumberText(hasDecimalComma: format.hasDecimalComma)
    let numbers = Set(
      texts.compactMap { text -> Double? in
        if case .number(let number) = reader.read(text) { return number }
        return nil
      })
    self.numbers = numbers
    bytes = (-128...127).map { numbers.contains(Double($0)) ? ItemScores.missing : $0 }
  }

  func contains(_ text: String) -> Bool { text.isEmpty || texts.contains(text) }

  func contains(_ number: Double) -> Bool { numbers.contains(number) }
}
