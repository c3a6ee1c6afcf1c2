import AttuneDiagnostics

/// Where each word stands that items ask with, so that a rule looks its words up once in a file
/// rather than once at every word.
struct WordIndex: Sendable {
  private let places: [String: [Place]]

  private struct Place: Sendable {
    /// Where the item's heading begins.
    let item: Int
    let range: SourceRange
  }

  /// `wordings` are the single words of each wording of each item.
  init(_ items: [ItemBlock], _ wordings: [[[Name]]]) {
    var places: [String: [Place]] = [:]
    for (item, wordings) in zip(items, wordings) {
      let start = item.heading.range.lower
      for word in wordings.joined() {
        places[word.value, default: []].append(Place(item: start, range: word.range))
      }
    }
    self.places = places
  }

  func contains(_ word: String) -> Bool { places[word] != nil }

  /// The first of the wanted words of each item that has one, by where the item's heading begins.
  func first(where isWanted: (String) -> Bool) -> [Int: Name] {
    var first: [Int: Name] = [:]
    for (word, places) in places where isWanted(word) {
      for place in places where first[place.item].map({ place.range < $0.range }) ?? true {
        first[place.item] = Name(word, at: place.range)
      }
    }
    return first
  }
}
