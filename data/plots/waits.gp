# Centres where women wait too long, a bar each. Data: id, name, chance, turned away, helped late (in %).
# "Barh" of "One Stop Centre, Barh": all of them are of one service.
place(s) = strstrt(s, ', ') > 0 ? s[strstrt(s, ', ') + 2:*] : s
set xrange [0:*]
set offsets 0, graph 0.12, 0, 0
set grid noytics
plot 'data.tsv' using (0):0:(0):3:($0 - 0.32):($0 + 0.32):ytic(name(place(text(2)))) with boxxyerror \
    fillstyle solid noborder linecolor rgb bar notitle, \
     'data.tsv' using 3:0:(sprintf('%.0f%%', $3)) with labels \
         font names_font left offset 0.5, 0 textcolor rgb ink notitle
