// What the programs tell the sanitizers that they may be built with: there is nothing here to call.
