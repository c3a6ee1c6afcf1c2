/// The name among `candidates` that `word` was most likely meant to be.
///
/// Restricted Damerau-Levenshtein distance (Damerau 1964, doi:10.1145/363958.363994), capitals
/// folded, at most a third of the word's length and at least one slip; ties go to the first. A
/// single letter is nearest to nothing, and neither is a word of more than 64.
public func nearestName(to word: String, among candidates: some Sequence<String>) -> String? {
  let letters = Array(word.lowercased().unicodeScalars)
  guard (2...64).contains(letters.count) else { return nil }
  var limit = max(1, letters.count / 3)
  var nearest: String?
  for candidate in candidates
  where abs(candidate.unicodeScalars.count - letters.count) <= limit {
    let others = Array(candidate.lowercased().unicodeScalars)
    guard let distance = editDistance(letters, others, atMost: limit) else { continue }
    nearest = candidate
    if distance == 0 { break }
    // From here on only a nearer one will do.
    limit = distance - 1
  }
  return nearest
}

/// The number of insertions, deletions, substitutions and swaps of neighbours between two words;
/// `nil` where there are more than `limit`.
private func editDistance(
  _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int
) -> Int? {
  var before = Array(repeating: 0, count: b.count + 1)
  var above = Array(0...b.count)
  var row = before
  for i in a.indices {
    row[0] = i + 1
    var least = i + 1
    for j in b.indices {
      var cost = min(row[j] + 1, above[j + 1] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row[j + 1] = cost
      least = min(least, cost)
    }
    // A swap looks back over one row, so both must be too far.
    if least > limit, above.allSatisfy({ $0 > limit }) { return nil }
    (before, above, row) = (above, row, before)
  }
  return above[b.count] <= limit ? above[b.count] : nil
}
