import Testing
import Training

@Suite struct PersonNameTests {
    @Test(arguments: [
        // Case, spaces and accents.
        ("Siti Norhayati", "siti norhayati"), ("SITI  NORHAYATI", "siti norhayati"),
        ("  siti\tnorhayati ", "siti norhayati"), ("Renée Côté", "renee cote"),
        ("Rene\u{301}e Cote\u{301}", "renee cote"),
        // Titles before the name, with and without a space.
        ("H. Syahrani", "syahrani"), ("H.Syahrani", "syahrani"), ("H Syahrani", "syahrani"),
        ("Hj. Masrawati", "masrawati"), ("Hj.Masrawati", "masrawati"), ("HJ MASRAWATI", "masrawati"),
        ("Drs. H. Ahmad Fauzan", "ahmad fauzan"), ("Drs.H.Ahmad Fauzan", "ahmad fauzan"),
        ("Ir. Rahmadi", "rahmadi"), ("dr. Rina", "rina"), ("Prof. Dr. Rahmadi", "rahmadi"),
        // Degrees after it.
        ("Rahmadi, S.Pd", "rahmadi"), ("Rahmadi, S.Pd., M.Pd.", "rahmadi"), ("Rahmadi S.Pd", "rahmadi"),
        ("Rahmadi S.Pd.I", "rahmadi"), ("Rahmadi SPd", "rahmadi"), ("Norlaila A.Md.Keb", "norlaila"),
        ("Hj. Norlaila S.E. M.M.", "norlaila"), ("H. Syahrani, S.H.", "syahrani"),
        // What is part of a name stays.
        ("M. Noor", "m noor"), ("M.Noor", "m noor"), ("Noor M.", "noor m"), ("Ahmad St", "ahmad st"),
        ("Sari", "sari"), ("Se", "se"), ("H.", "h"), ("Hj", "hj"), ("S.Pd", "s pd"), ("Hajar", "hajar"),
        // Apostrophes and hyphens.
        ("Mas'ud", "masud"), ("Mas’ud", "masud"), ("Mas‘ud", "masud"), ("Mas`ud", "masud"),
        ("Nur-Aini", "nur aini"), ("Nur Aini", "nur aini"),
        ("O", "o"),
    ])
    func isComparedByItsKey(_ typed: String, _ key: String) throws {
        #expect(try #require(PersonName(typed)).key == key)
    }

    @Test func keepsItsCapitals() throws {
        #expect(try #require(PersonName("  NOOR  von  de Rahmadi ")).text == "NOOR von de Rahmadi")
        #expect(try #require(PersonName("Siti\tNor\u{A0}hayati")).text == "Siti Nor hayati")
    }

    @Test(arguments: ["", "   ", "123", ".,-", "\u{1B}", "\u{200B}", String(repeating: "a", count: 401)])
    func aNameHasALetterAndAnEnd(_ typed: String) { #expect(PersonName(typed) == nil) }

    @Test func theFastWayIsTheLongWay() {
        // The accent sends a name the long way; taken out again, both have to agree.
        var random = SeededGenerator(seed: 8)
        let pieces = ["a", "B", " ", "  ", ".", "'", ",", "-", "7"]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random)! }
                .joined()
            let long = PersonName(text + " é").map { String($0.text.dropLast(1)) }
            let trimmed = long.map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 } ?? ""
            let short = PersonName(text)
            if text.contains(where: \.isLetter) {
                #expect(short?.text == trimmed)
            } else {
                #expect(short == nil)
            }
        }
    }
}

@Suite struct FieldTextTests {
    @Test(arguments: [
        ("\u{1B}[31mred\u{7}", "[31mred"), ("a\u{202E}b", "ab"), ("a\u{200F}b", "ab"), ("a\u{61C}b", "ab"),
        ("a\u{2066}b\u{2069}", "ab"), ("a\u{AD}b", "ab"), ("a\tb\nc", "a b c"), ("\u{9B}x", "x"), ("é’ñ", "é’ñ"),
        ("plain", "plain"), ("", ""), ("a\u{7F}", "a"), ("a\u{206F}b", "ab"),
    ])
    func nothingSteersATerminal(_ typed: String, _ kept: String) {
        #expect(typed.strippedOfControls == kept)
    }

    @Test func aFieldIsTrimmedOrEmpty() {
        #expect("  Jl. A. Yani \n".fieldText == "Jl. A. Yani")
        #expect(" \t\u{200B} ".fieldText == nil)
    }
}

@Suite struct PhoneNumberTests {
    @Test(arguments: [
        "081251234567", "+6281251234567", "6281251234567", "+62 812-5123-4567", "0812 5123 4567", "(0812) 5123.4567",
        "81251234567", "+62 (0)812 5123 4567", "'081251234567", "006281251234567", "62081251234567",
    ])
    func isOneNumber(_ typed: String) throws {
        let phone = try #require(PhoneNumber(typed))
        #expect(phone.digits == "081251234567")
        #expect(phone.masked == "0812•••••567")
        #expect("\(phone)" == phone.masked)
    }

    @Test(arguments: [("0526 2021234", "05262021234"), ("(0526) 21234", "052621234")])
    func aLandlineIsTaken(_ typed: String, _ digits: String) {
        #expect(PhoneNumber(typed)?.digits == digits)
    }

    @Test(arguments: [
        "", "08", "0812512", "081251234567890", "12345678", "0812x1234567", "+1 212 555 0100", "0000000000", "abc",
        "０８１２５１２３４５６７", "62", "+",
    ])
    func anythingElseIsNot(_ typed: String) { #expect(PhoneNumber(typed) == nil) }
}

@Suite struct CodeTests {
    @Test(arguments: [
        ("k-014", "K-014"), (" K-014 ", "K-014"), ("k 014", "K014"), ("PBK/01.2_x", "PBK/01.2_X"), ("7", "7"),
        ("123456789012345678901234", "123456789012345678901234"), ("k\u{200B}1", "K1"),
    ])
    func isHeldInCapitals(_ typed: String, _ text: String) { #expect(Code(typed)?.text == text) }

    @Test(arguments: ["", "  ", "K#1", "K,1", "é", "1234567890123456789012345", "K'1", "ß", "K１"])
    func anythingElseIsNot(_ typed: String) { #expect(Code(typed) == nil) }

    @Test func sortsByItsText() throws {
        let first = try #require(Code("k-001"))
        let second = try #require(Code("K-002"))
        #expect(first < second && "\(first)" == "K-001")
    }
}
