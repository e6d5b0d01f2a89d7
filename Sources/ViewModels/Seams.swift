import Training

extension ParticipantFormModel { init(assignTo line: ClassLine?) { self.init() } }
extension ParticipantFileModel { init(_ id: ID<Participant>) { self.init() } }
