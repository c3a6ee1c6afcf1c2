/// One answer to choose from: `3 = Agree`, `north = North team`.
struct ChoiceSyntax: Sendable, Hashable {
  /// The code or the name before the equals sign.
  var key: Name
  var label: Words

  /// The code, where the key is a number.
  var number: Int? { wholeNumber(key.value) }
}

extension [ChoiceSyntax] {
  /// The code of the choice at `index`: its own number, or its place in the list from 1.
  func code(at index: Int) -> Int { self[index].number ?? index + 1 }
}
