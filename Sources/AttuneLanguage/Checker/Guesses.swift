import AttuneDiagnostics

/// The names that a misspelt one may have been meant to be.
///
/// Every guess looks at every name. Where more names than a few dozen are unknown, spelling is not
/// what is wrong with the file; the others go without a guess, so that the work stays in proportion
/// to the length of the file.
struct Guesses {
  static let most = 50

  private let names: () -> [String]
  private var sorted: [String]?
  private var made: Int

  /// `made` guesses have been made before, among other names.
  init(among names: @escaping @autoclosure () -> some Sequence<String>, after made: Int = 0) {
    self.names = { names().sorted() }
    self.made = made
  }

  /// The nearest of the names; `nil` where none is near, or enough guesses have been made.
  mutating func nearest(to name: String) -> String? {
    guard made < Self.most else { return nil }
    made += 1
    let names = sorted ?? names()
    sorted = names
    return nearestName(to: name, among: names)
  }

  /// The nearest of the names as a fix; where none is near, another way on.
  mutating func fixes(for name: Name, otherwise: String? = nil) -> [Fix] {
    guard let nearest = nearest(to: name.value) else {
      return otherwise.map { [Fix(.possible, $0)] } ?? []
    }
    return [
      Fix(.likely, "did you mean \"\(nearest)\"?", edits: [.init(name.range, with: nearest)])
    ]
  }
}
