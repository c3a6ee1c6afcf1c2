import AttuneTables
import Testing

/// Groups drawn with plain characters, as a terminal of 40 and of 80 columns shows them.
@Suite struct GroupPictureTextTests {
  private let picture = GroupPicture(
    title: "rel",
    groups: [
      .init("outreach", [1, 2, 2, 3, 3, 3, 5], mean: 2.71, interval: 1.5...3.9),
      .init("voluntary", [2, 4, 4, 4, 4, 5], mean: 3.83, interval: 2.8...4.9),
    ], level: "95 %")

  @Test func fitsFortyColumns() {
    #expect(
      picture.text(width: 40) == """
        rel

        outreach (n = 7): mean 2.71, 95 %
        interval 1.50 to 3.90.
          .        :        *                .
              [----------O---------]

        voluntary (n = 6): mean 3.83, 95 %
        interval 2.80 to 4.90.
                   .                #        .
                          [--------O--------]

          1.00                            5.00
          Marks . : * # are 1, 2, 3, 4 or more
          people; O is the mean, [-] its 95 %
          interval.

        """)
  }

  @Test(arguments: [24, 40, 60, 80, 132]) func isNoWiderThanTheTerminal(width: Int) {
    let lines = picture.text(width: width).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(lines.allSatisfy { $0.allSatisfy(\.isASCII) })
  }
}

/// The same groups drawn as a file.
@Suite struct GroupPictureFileTests {
  private func picture(_ values: [[Double]], names: [String]? = nil) -> GroupPicture {
    GroupPicture(
      title: "rel by team",
      groups: values.enumerated().map { index, values in
        let mean = values.map { $0 / Double(values.count) }.reduce(0, +)
        return .init(names?[index] ?? "\(index)", values, mean: mean, interval: nil)
      }, level: "95 %")
  }

  private func centres(_ svg: String) -> [Double] {
    svg.matches(of: /<circle cx="([0-9.]+)" cy="[0-9.]+" r="3"/).compactMap { Double($0.output.1) }
  }

  @Test func drawsADotForEachPersonWhereTheScoreLies() {
    let svg = picture([[1, 2, 2, 5], [3, 3, 3]]).svg
    let found = centres(svg)
    #expect(found.count == 7)
    // The sheet is 560 wide, 20 free on each side, and a dot is 3 from its middle to its edge.
    let expected = [1.0, 2, 2, 5, 3, 3, 3].map { 23 + ($0 - 1) / 4 * 514 }
    #expect(zip(found.sorted(), expected.sorted()).allSatisfy { abs($0 - $1) < 0.01 })
    for mark in 1...5 { #expect(svg.contains(">\(mark)</text>")) }
  }

  @Test func followsTheScreenIntoTheDarkAndNotOntoPaper() {
    let svg = picture([[1, 2], [3, 4]]).svg
    #expect(svg.contains("@media screen and (prefers-color-scheme: dark)"))
    #expect(svg.contains("class=\"paper\" width=\"100%\" height=\"100%\" fill=\"#ffffff\""))
    #expect(svg.contains("fill=\"#111111\""))
    // Nothing but the people, the means and the ground has a colour of its own.
    let fills = Set(svg.matches(of: /fill="(#[0-9a-f]+)"/).map { String($0.output.1) })
    #expect(fills == ["#111111", "#ffffff", "#8073ac", "#b35806"])
    #expect(!svg.contains("stroke=\"#111111\""))
  }

  @Test func keepsLongNamesWhole() {
    let name = "people who were referred by their family doctor and came to the centre on foot"
    let svg = picture([[1, 2], [3, 4]], names: [name, "others"]).svg
    let texts = svg.matches(of: /<text[^>]*>([^<]*)</).map { String($0.output.1) }
    #expect(texts.joined(separator: " ").contains("\(name) (n = 2): mean 1.50"))
    #expect(texts.allSatisfy { $0.count <= 73 })
  }

  @Test func drawsCrowdsAsHeights() {
    let crowd = (0..<20_000).map { Double($0 % 50) }
    let svg = picture([crowd, [1, 2, 3]]).svg
    #expect(centres(svg).isEmpty)
    #expect(svg.utf8.count < 50_000)
    #expect(svg.contains("The higher, the more people"))
  }

  @Test(
    arguments: [
      [3.0], [3, 3, 3], [-1e308, 1e308], [1e-300, 2e-300], [1e15, 1e15 + 2], [-7.25, 0.003],
      [99_999.5, 100_000],
    ] as [[Double]])
  func drawsNumbersOfAnySize(values: [Double]) throws {
    let picture = picture([values])
    #expect(centres(picture.svg).count == values.count)
    #expect(centres(picture.svg).allSatisfy { (20...540).contains($0) })
    #expect(picture.text(width: 40).contains("O"))
  }
}
