Console.WriteLine("carboncomp");
