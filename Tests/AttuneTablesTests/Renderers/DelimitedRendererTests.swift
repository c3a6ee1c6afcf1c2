import AttuneTables
import Testing

@Suite struct DelimitedRendererTests {
  @Test func writesFullPrecisionAndLeavesBlankWhatCannotBeHad() {
    #expect(
      DelimitedRenderer.csv.render(Samples.plain) == """
        group,n,mean,estimate,p_value
        a,12,-1.861,0.5,0.00012
        "b, c",9,1234.5,-0.126,

        """)
  }

  @Test func protectsTextsThatASpreadsheetWouldRun() {
    #expect(
      DelimitedRenderer.csv.render(Samples.hostile) == """
        item,group
        '=1+1,a|b*c*<i>
        "say ""hi""
        there",␛]0;x␇\\u{202E}
        '-2,"'\ttab"

        """)
  }

  @Test(arguments: [" before", "behind ", "\u{A0}", "  "])
  func quotesSpacesAtTheEnds(text: String) {
    let table = Table("t", title: "T", columns: [Column("a", "A", .text)], rows: [[.text(text)]])
    #expect(DelimitedRenderer.csv.render(table) == "a\n\"\(text)\"\n")
  }

  @Test func separatesWithTabs() {
    #expect(
      DelimitedRenderer.tsv.render(Samples.plain).hasPrefix(
        "group\tn\tmean\testimate\tp_value\na\t12\t"))
  }

  @Test(arguments: [0.1 + 0.2, 1e-300, -2.5e-308, 1.7976931348623157e308, 1 / 3.0, 1e22])
  func writesNumbersThatReadBackTheSame(value: Double) {
    let table = Table("n", title: "n", columns: [.estimate], rows: [[.real(value)]])
    let text = DelimitedRenderer.csv.render(table).split(separator: "\n")[1]
    #expect(Double(text) == value)
  }
}
