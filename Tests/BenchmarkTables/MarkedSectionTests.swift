import BenchmarkTables
import Testing

@Suite struct MarkedSectionTests {
    @Test func `a section is written anew, and all around it stays`() {
        let first = MarkedSection.replacing("goals", in: "# Speed\n", with: "old")
        let both = MarkedSection.replacing("growth", in: first, with: "curve") + "end\n"
        let again = MarkedSection.replacing("goals", in: both, with: "new\nlines")
        #expect(
            again == """
                # Speed

                <!-- goals: written by silat-benchmark -->
                new
                lines
                <!-- /goals -->

                <!-- growth: written by silat-benchmark -->
                curve
                <!-- /growth -->
                end

                """)
    }

    @Test func `a section without an end is left alone`() {
        let torn = MarkedSection.begin("goals") + "\nmine"
        #expect(MarkedSection.replacing("goals", in: torn, with: "new").hasPrefix(torn + "\n"))
    }

    @Test func `a new document has the section alone`() {
        #expect(
            MarkedSection.replacing("a", in: "", with: "b")
                == MarkedSection.begin("a") + "\nb\n" + MarkedSection.end("a") + "\n")
    }
}
