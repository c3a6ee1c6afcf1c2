import Foundation
import Testing

/// A window that is closed at any instant: the terminal is as it was, at once.
@Suite(.serialized) struct HangUpTests {
  @Test func hangUpsLeaveTheTerminalAsItWas() throws {
    let times = Trial.count(5, long: 100)
    let file = Program.root.appending(path: "instruments/keep.instrument").path()
    let terminal = try Terminal(
      script: """
        before=$(stty -g); changed=0; slowest=0
        for i in $(seq \(times)); do
          ( sleep 0.$((RANDOM % 6 + 3)); 
            until date +%s%N >sent; pkill -HUP -P $$ attune; do sleep 0.1; done ) &
          '\(Program.path)' try '\(file)' --screen
          took=$(( ($(date +%s%N) - $(cat sent)) / 1000000 ))
          [ $took -gt $slowest ] && slowest=$took
          [ "$before" = "$(stty -g)" ] || changed=$((changed + 1))
        done
        wait
        echo "changed $changed, slowest $slowest ms, done"
        sleep 60

        """, by: "bash")
    // Long enough for a machine on which every other test runs at once.
    let shown = try terminal.wait(for: "ms, done", within: 60 + times * 3)
    let words = try #require(shown.firstMatch(of: /changed (\d+), slowest (\d+) ms/))
    let changed = try #require(Int(words.output.1))
    Trial.report(
      "hang-ups that changed the terminal's settings", failures: changed, of: times,
      "the slowest end took \(words.output.2) ms")
    #expect(changed == 0)
  }
}
