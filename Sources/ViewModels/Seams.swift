import Training

extension ParticipantFileModel { init(_ id: ID<Participant>) { self.init() } }
