/// The answers to one question as places among the different answers, for counting them.
public struct CodedAnswers: Sendable, Hashable {
  public let name: String
  /// The different answers, in rising order; only those that somebody gave.
  public private(set) var values: [Double] = []
  /// How often each was given.
  public private(set) var counts: [Int] = []
  /// Each person's answer as its place in `values`.
  let places: [UInt8]

  /// The most different answers.
  public static let most = 100
  /// The place of a person who did not answer.
  static let missing = UInt8.max

  /// - Throws: `DataError.tooManyAnswers` above 100, which are no answers but scores.
  public init(_ answers: [Double?], to name: String) throws(DataError) {
    self.name = name
    // They are few, so that looking through them is quicker than hashing.
    var values: [Double] = []
    for case let answer? in answers {
      let place = values.place(of: answer)
      guard place == values.count || values[place] != answer else { continue }
      guard values.count < Self.most else {
        throw .tooManyAnswers(column: name, count: Set(answers.compactMap { $0 }).count)
      }
      values.insert(answer, at: place)
    }
    var counts = values.map { _ in 0 }
    places = answers.map { answer in
      guard let answer else { return Self.missing }
      let place = values.place(of: answer)
      counts[place] += 1
      return UInt8(place)
    }
    self.values = values
    self.counts = counts
  }
}

extension [Double] {
  /// Where a value stands among rising ones, or would.
  fileprivate func place(of value: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
