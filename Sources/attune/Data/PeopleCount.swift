import AttuneTables

/// How many people something is true of, and in which words.
struct PeopleCount {
  let id: String
  let count: Int
  /// Follows `3 people`.
  let words: String

  init(_ id: String, _ count: Int, _ words: String) {
    self.id = id
    self.count = count
    self.words = words
  }

  /// `nil` where it is true of nobody.
  var caution: Caution? {
    count == 0 ? nil : Caution(id, "\(count) \(count == 1 ? "person" : "people") \(words)")
  }
}
