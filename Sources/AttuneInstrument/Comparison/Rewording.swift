/// How far two wordings are apart, as far as their words tell.
enum Rewording: Sendable, Hashable {
  case same
  /// Only capitals, marks, or a letter or two of a longer word.
  case spelling
  /// Words were only added, or only taken away.
  case extended
  /// Some words are the same.
  case changed
  /// No word is the same but small ones, such as *the* and *with*.
  case unrelated

  init(from old: String, to new: String) {
    let before = Self.words(old)
    let after = Self.words(new)
    if old == new {
      self = .same
    } else if before.count == after.count, zip(before, after).allSatisfy(Self.isSpelling) {
      self = .spelling
    } else {
      let (before, after) = (Set(before), Set(after))
      if before.intersection(after).isSubset(of: Self.small) {
        self = .unrelated
      } else {
        let isExtended = before.isSubset(of: after) || after.isSubset(of: before)
        let turns = !before.symmetricDifference(after).isDisjoint(with: Self.turning)
        self = isExtended && !turns ? .extended : .changed
      }
    }
  }

  /// Words that say little about what is asked.
  private static let small: Set<String> = [
    "a", "about", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could",
    "did", "do", "does", "for", "from", "had", "has", "have", "how", "i", "if", "in", "is", "it",
    "me", "my", "not", "of", "on", "or", "our", "so", "some", "that", "the", "their", "them",
    "there", "they", "this", "to", "us", "was", "we", "were", "what", "when", "which", "who",
    "will", "with", "would", "you", "your",
  ]

  /// Words that turn a sentence round.
  private static let turning: Set<String> = [
    "no", "not", "never", "none", "nothing", "nobody", "without", "cannot", "don't", "can't",
    "isn't", "doesn't", "didn't", "won't", "wasn't", "weren't",
  ]

  /// Words in small letters, without marks around them.
  static func words(_ text: String) -> [String] {
    text.lowercased().replacing("\u{2019}", with: "'")
      .split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "_") }.map(String.init)
  }

  /// Whether two words are one, but for a slip: at most one letter of a word of five or more, and
  /// not the first.
  private static func isSpelling(_ old: String, _ new: String) -> Bool {
    if old == new { return true }
    let (short, long) = old.count <= new.count ? (Array(old), Array(new)) : (Array(new), Array(old))
    guard short.count >= 5, long.count - short.count <= 1, short.first == long.first,
      !(long + short).contains(where: \.isNumber)
    else { return false }
    var start = 0
    while start < short.count, short[start] == long[start] { start += 1 }
    var end = 0
    while end < short.count - start, short[short.count - 1 - end] == long[long.count - 1 - end] {
      end += 1
    }
    return long.count - start - end <= 1
  }
}
