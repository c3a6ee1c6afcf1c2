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
