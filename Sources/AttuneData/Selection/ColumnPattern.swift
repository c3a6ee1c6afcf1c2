/// One part of a list of columns: a name, a name with `*`, or `A1..A5`, perhaps reversed.
struct ColumnPattern {
  private enum Form {
    case exact
    case letters
    case numbered(stem: String, numbers: ClosedRange<Int>, digits: Int)
    case unknown
  }

  let isReversed: Bool
  private let text: String
  private let form: Form

  init(_ text: String, among columns: [String]) {
    isReversed = text.hasSuffix("-") && !columns.contains(text)
    self.text = isReversed ? String(text.dropLast()).trimmed : text
    form = Self.form(of: self.text, among: columns)
  }

  /// The column that is named as such, where the part is no pattern.
  var exactName: String? {
    if case .exact = form { return text }
    return nil
  }

  /// The columns meant, in their order; patterns leave out those in `named`.
  func matches(
    among columns: [String], except named: Set<String>
  ) throws(ColumnSelectionError) -> [String] {
    switch form {
    case .exact: return [text]
    case .letters:
      let matches = columns.filter { $0.matches(text) }
      guard !matches.isEmpty else { throw .noMatch(pattern: text) }
      return matches.filter { !named.contains($0) }
    case .numbered(let stem, let numbers, let digits):
      let names = numbers.map { number in
        let written = String(number)
        return stem + String(repeating: "0", count: max(0, digits - written.count)) + written
      }
      for name in names where !columns.contains(name) { throw unknown(name, among: columns) }
      return names.filter { !named.contains($0) }
    case .unknown: throw unknown(text, among: columns)
    }
  }

  private func unknown(_ name: String, among columns: [String]) -> ColumnSelectionError {
    .unknownColumn(name, among: columns)
  }

  private static func form(of text: String, among columns: [String]) -> Form {
    if columns.contains(text) { return .exact }
    if text.contains("*") { return .letters }
    guard let (first, last) = text.split(around: ".."),
      let from = first.numberAtEnd, let to = last.numberAtEnd,
      from.stem == to.stem, from.number <= to.number, to.number - from.number < 10_000
    else { return .unknown }
    return .numbered(
      stem: from.stem, numbers: from.number...to.number, digits: from.digits)
  }
}

extension String {
  /// The text before and after the first `mark`, trimmed, or `nil` without one.
  func split(around mark: String) -> (String, String)? {
    guard let range = firstRange(of: mark) else { return nil }
    return (self[..<range.lowerBound].trimmed, self[range.upperBound...].trimmed)
  }

  /// Whether the text is `pattern`, in which each `*` stands for any run of characters.
  fileprivate func matches(_ pattern: String) -> Bool {
    let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, hasPrefix(first), hasSuffix(last),
      count >= first.count + last.count
    else { return false }
    var rest = dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  /// `A12` as `A` and 12; `nil` where no number of at most nine digits ends the name.
  fileprivate var numberAtEnd: (stem: String, number: Int, digits: Int)? {
    let digits = String(reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    guard digits.count <= 9, let number = Int(digits) else { return nil }
    return (String(dropLast(digits.count)), number, digits.count)
  }
}

extension StringProtocol {
  /// The text without spaces at its ends.
  var trimmed: String {
    // Nearly every cell begins and ends with a visible letter or digit.
    let text = String(self)
    if let first = text.utf8.first, let last = text.utf8.last, isVisible(first), isVisible(last) {
      return text
    }
    return String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  private func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
}
