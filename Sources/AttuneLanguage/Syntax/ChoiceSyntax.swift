/// One answer to choose from: `3 = Agree`, `north = North team`.
struct ChoiceSyntax: Sendable, Hashable {
  /// The code or the name before the equals sign.
  let key: Name
  let label: Words
  /// The code, where the key is a number.
  let number: Int?

  init(key: Name, label: Words) {
    self.key = key
    self.label = label
    number = wholeNumber(key.value)
  }
}

extension [ChoiceSyntax] {
  /// The code of the choice at `index`: its own number, or its place in the list from 1.
  func code(at index: Int) -> Int { self[index].number ?? index + 1 }
}
