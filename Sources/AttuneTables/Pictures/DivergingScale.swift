/// Where the bars of a `ResponsePicture` lie: the middle of the scale under one another, and as much
/// room on either side as the row that reaches furthest.
struct DivergingScale {
  private let answers: Int
  private let reachLeft: Double
  private let reachRight: Double

  init(_ picture: ResponsePicture) {
    answers = picture.answers.count
    let lefts = picture.rows.map { Self.left($0, picture.answers.count) }
    reachLeft = max(lefts.max() ?? 0, 0.05)
    reachRight = max(
      zip(picture.rows, lefts).map { row, left in row.total == 0 ? 0 : 1 - left }.max() ?? 0, 0.05)
  }

  /// Where the middle lies, as a share of the whole width.
  var middle: Double { reachLeft / (reachLeft + reachRight) }

  /// Where a row starts, as a share of the whole width.
  func start(of row: ResponsePicture.Row) -> Double {
    (reachLeft - Self.left(row, answers)) / (reachLeft + reachRight)
  }

  /// How wide a share of the answers is, as a share of the whole width.
  func width(of share: Double) -> Double { share / (reachLeft + reachRight) }

  /// The share of a row's answers that lies left of the middle.
  private static func left(_ row: ResponsePicture.Row, _ answers: Int) -> Double {
    let half = answers / 2
    let below = row.shares[..<half].reduce(0, +)
    return answers.isMultiple(of: 2) ? below : below + row.shares[half] / 2
  }
}
