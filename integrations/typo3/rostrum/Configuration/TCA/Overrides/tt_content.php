<?php

declare(strict_types=1);

use TYPO3\CMS\Core\Utility\ExtensionManagementUtility;

defined('TYPO3') or die();

$words = 'LLL:EXT:rostrum/Resources/Private/Language/locallang.xlf:';

ExtensionManagementUtility::addTcaSelectItem('tt_content', 'CType', [
    'label' => $words . 'title',
    'description' => $words . 'description',
    'value' => 'rostrum_piece',
    'icon' => 'content-news',
    'group' => 'default',
]);

$GLOBALS['TCA']['tt_content']['ctrl']['typeicon_classes']['rostrum_piece'] = 'content-news';
$GLOBALS['TCA']['tt_content']['types']['rostrum_piece'] = [
    'showitem' => '
        --div--;LLL:EXT:core/Resources/Private/Language/Form/locallang_tabs.xlf:general,
            --palette--;;general, header, pi_flexform, bodytext,
        --div--;LLL:EXT:core/Resources/Private/Language/Form/locallang_tabs.xlf:access,
            --palette--;;hidden, --palette--;;access',
    'columnsOverrides' => [
        'bodytext' => [
            'label' => $words . 'fallback',
            'description' => $words . 'fallback.description',
            'config' => ['enableRichtext' => true],
        ],
    ],
];

ExtensionManagementUtility::addPiFlexFormValue('*', 'FILE:EXT:rostrum/Configuration/FlexForms/Piece.xml', 'rostrum_piece');
