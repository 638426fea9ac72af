// What the notebooks load: the library, its studies and its charts, as environment/run.sh builds them.
#r "../artifacts/lib/CarbonComp.dll"
#r "../artifacts/lib/CarbonComp.Formats.dll"
#r "../artifacts/lib/CarbonComp.Studies.dll"
#r "../artifacts/lib/CarbonComp.Uncertainty.dll"
#r "../artifacts/lib/CarbonComp.Charts.dll"
