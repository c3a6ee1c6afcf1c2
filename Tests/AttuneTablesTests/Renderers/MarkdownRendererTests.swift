import AttuneTables
import Testing

@Suite struct MarkdownRendererTests {
  @Test func drawsAPipeTable() {
    #expect(
      MarkdownRenderer().render(Samples.plain) == """
        **Two groups**

        | group | n | mean | r | p |
        | --- | ---: | ---: | ---: | ---: |
        | a | 12 | \u{2212}1.86 | .50 | \\< .001 |
        | b, c | 9 | 1234.50 | \u{2212}.13 | n/a (1) |

        (1) Not available because it has one case.

        12 cases, all used.

        """)
  }

  @Test func escapesWhatMarkdownWouldObey() {
    let text = MarkdownRenderer().render(Samples.hostile)
    #expect(text.contains("| =1+1 | a\\|b\\*c\\*\\<i\\> |"))
    #expect(text.contains("**Title␛\\[31m**"))
    #expect(text.contains("say \"hi\"␊there"))
  }

  @Test func addsCautionsAsAList() {
    let text = MarkdownRenderer().render(Samples.results([Samples.plain]))
    #expect(text.hasSuffix("\n**Please note**\n\n- 'q4' goes against the rest.\n"))
  }
}
