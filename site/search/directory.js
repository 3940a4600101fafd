dossierIndex("directory",{"blockSize":64,"body":64,"counts":{"actors":36,"locations":17,"events":22,"quotations":45,"articles":2},"firsts":["00"],"sizes":[16233]});
